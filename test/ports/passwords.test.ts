import { describe } from "vitest";
import { listedPasswords } from "../../functions/adapters/common-passwords.ts";
import { commonPasswordsTwin } from "../twins/common-passwords.ts";
import { credentialsTwin } from "../twins/credentials.ts";
import { commonPasswordsContract } from "./common-passwords-contract.ts";
import { credentialsContract, credentialsRefusals } from "./credentials-contract.ts";
import { realWorlds } from "./real-world.ts";

// With AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER set, the vault is whatever answers there.
const { credentials } = (await realWorlds())();

describe.each([
  ["in memory", credentialsTwin],
  ["on Cognito", () => credentials],
])("the password vault %s", (_, make) => {
  credentialsContract(make);
  credentialsRefusals(make);
});

commonPasswordsContract("in memory", commonPasswordsTwin);
commonPasswordsContract("of the list", listedPasswords);
