import { partsOf } from "../adapters/parts.ts";
import { pictureMaker } from "../adapters/picture-maker/picture-maker.ts";
import { dynamoPictureOwners } from "../adapters/picture-owners.ts";
import { s3Pictures } from "../adapters/pictures.ts";
import { publicRegistrationTokens } from "../adapters/public-registration-tokens.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { ownerOfSession } from "./owner-of-session.ts";
import { removePicture } from "./remove-picture.ts";
import { showPicture } from "./show-picture.ts";
import { takePicture } from "./take-picture.ts";

/** A Lambda of its own: what decodes strangers' files can touch little else. */
export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["PICTURE_BUCKET"]);
  const parts = partsOf(settings, surroundings);
  const registrations = publicRegistrationTokens({ ...parts, siteOrigin: settings.SITE_ORIGIN });
  const all = {
    ...parts,
    pictures: s3Pictures({ bucket: settings.PICTURE_BUCKET }),
    maker: pictureMaker(),
    owners: dynamoPictureOwners(parts),
  };
  return api(
    "pictures",
    settings,
    {
      "POST /api/public/picture": takePicture(
        all,
        async ({ cookies }) => {
          const flowId = await registrations.read(cookies.public);
          return flowId === undefined ? undefined : { flowId };
        },
        "public-registration-missing",
      ),
      "POST /api/my-account/picture": takePicture(all, ownerOfSession, "not-signed-in"),
      "POST /api/my-account/picture/remove": removePicture(all),
      "GET /api/pictures/{id}": showPicture(all),
    },
    dynamoSessions(parts),
  );
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
