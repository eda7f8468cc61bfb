import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Credentials } from "../ports/credentials.ts";
import type { Ids } from "../ports/ids.ts";
import { patience } from "./dynamo.ts";

/** Cognito as the password vault: nothing but these six operations is used of it (architecture decision 4). */
export function cognitoCredentials(pool: { userPoolId: string; clientId: string }, ids: Ids): Credentials {
  const client = new CognitoIdentityProviderClient({ maxAttempts: 3, requestHandler: patience });
  const UserPoolId = pool.userPoolId;
  return {
    async create(userId) {
      const TemporaryPassword = `${ids.secret()}aA1!`;
      try {
        await client.send(
          new AdminCreateUserCommand({ UserPoolId, Username: userId, TemporaryPassword, MessageAction: "SUPPRESS" }),
        );
      } catch (error) {
        // S6: an earlier run's answer was lost; the user name is our own random id, so the user is ours.
        if (nameOf(error) !== "UsernameExistsException") throw error;
      }
    },
    async setPassword(userId, password) {
      try {
        await client.send(
          new AdminSetUserPasswordCommand({ UserPoolId, Username: userId, Password: password, Permanent: true }),
        );
        return "set";
      } catch (error) {
        if (nameOf(error) === "InvalidPasswordException") return "refused";
        throw error;
      }
    },
    async check(userId, password) {
      // Cognito calls an empty password a malformed request; here it is a wrong one, whoever the user is.
      if (password === "") return false;
      try {
        const { AuthenticationResult } = await client.send(
          new AdminInitiateAuthCommand({
            UserPoolId,
            ClientId: pool.clientId,
            AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
            AuthParameters: { USERNAME: userId, PASSWORD: password },
          }),
        );
        return AuthenticationResult !== undefined;
      } catch (error) {
        if (/^(NotAuthorized|UserNotFound|PasswordResetRequired|UserNotConfirmed)Exception$/.test(nameOf(error)))
          return false;
        throw error;
      }
    },
    async enable(userId) {
      await client.send(new AdminEnableUserCommand({ UserPoolId, Username: userId }));
    },
    disable: (userId) => goneIsDone(client.send(new AdminDisableUserCommand({ UserPoolId, Username: userId }))),
    delete: (userId) => goneIsDone(client.send(new AdminDeleteUserCommand({ UserPoolId, Username: userId }))),
  };
}

async function goneIsDone(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (nameOf(error) !== "UserNotFoundException") throw error;
  }
}

const nameOf = (error: unknown): string => (error as Error)?.name ?? "";
