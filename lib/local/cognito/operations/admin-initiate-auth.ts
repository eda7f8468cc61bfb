import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { cognitoError } from "../cognito-error.ts";
import { clientId, operation, username, userPoolId } from "../operation.ts";

const request = z.strictObject({
  UserPoolId: userPoolId,
  ClientId: clientId,
  AuthFlow: z.literal("ADMIN_USER_PASSWORD_AUTH"),
  AuthParameters: z.strictObject({ USERNAME: username, PASSWORD: z.string().check(z.minLength(1)) }),
});

const opaqueToken = () => randomBytes(32).toString("base64url");

/** The tokens are random and open nothing: the service keeps its own sessions. */
export const adminInitiateAuth = operation(request, async (asked, { store, passwords }) => {
  const { USERNAME, PASSWORD } = asked.AuthParameters;
  const [pool, client] = await Promise.all([
    store.pool(asked.UserPoolId),
    store.client(asked.UserPoolId, asked.ClientId),
  ]);
  if (!client.explicitAuthFlows.includes("ALLOW_ADMIN_USER_PASSWORD_AUTH")) {
    throw cognitoError.invalidParameter("Auth flow not enabled for this client");
  }
  const user = await store.user(pool, USERNAME);
  // Before any refusal and also for nobody's name: each wrong answer costs the same work (T04).
  const right = await passwords.isPasswordOf(PASSWORD, user?.passwordHash);
  if (user === undefined) {
    throw client.preventUserExistenceErrors === "ENABLED" ? cognitoError.wrongPassword() : cognitoError.userNotFound();
  }
  if (!user.enabled) throw cognitoError.userDisabled();
  if (!right) throw cognitoError.wrongPassword();
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    return {
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      ChallengeParameters: { USER_ID_FOR_SRP: user.username, requiredAttributes: "[]", userAttributes: "{}" },
      Session: opaqueToken(),
    };
  }
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: opaqueToken(),
      IdToken: opaqueToken(),
      RefreshToken: opaqueToken(),
      TokenType: "Bearer",
      ExpiresIn: 3600,
    },
  };
});
