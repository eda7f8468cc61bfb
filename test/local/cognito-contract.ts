import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, it } from "vitest";

/** A pool with a client, made as start-up makes them, and the seven user operations on it. */
export async function userPool(cognito: CognitoIdentityProviderClient) {
  const pool = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: "contract",
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireLowercase: true, RequireNumbers: true } },
    }),
  );
  const UserPoolId = pool.UserPool?.Id;
  const client = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: "service",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
    }),
  );
  const ClientId = client.UserPoolClient?.ClientId;
  const AuthFlow = "ADMIN_USER_PASSWORD_AUTH";
  return {
    UserPoolId,
    ClientId,
    create: (Username: string, TemporaryPassword = "temporary-1") =>
      cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword, MessageAction: "SUPPRESS" })),
    setPassword: (Username: string, Password: string, Permanent = true) =>
      cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent })),
    signIn: (USERNAME: string, PASSWORD: string) =>
      cognito.send(
        new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters: { USERNAME, PASSWORD } }),
      ),
    get: (Username: string) => cognito.send(new AdminGetUserCommand({ UserPoolId, Username })),
    enable: (Username: string) => cognito.send(new AdminEnableUserCommand({ UserPoolId, Username })),
    disable: (Username: string) => cognito.send(new AdminDisableUserCommand({ UserPoolId, Username })),
    delete: (Username: string) => cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username })),
  };
}

const right = "right-password-1";
const named = (name: string) => ({ name });

/** What every implementation of Cognito's wire protocol must do for us. */
export function userPoolContract(connect: () => CognitoIdentityProviderClient): void {
  it("takes a user from a temporary password to a permanent one to gone", async () => {
    const users = await userPool(connect());
    const created = await users.create("u1");
    expect(created.User).toMatchObject({ Username: "u1", Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
    expect(created.User?.UserCreateDate).toBeInstanceOf(Date);
    await users.setPassword("u1", right);
    expect(await users.get("u1")).toMatchObject({ Username: "u1", Enabled: true, UserStatus: "CONFIRMED" });
    const { AuthenticationResult } = await users.signIn("u1", right);
    expect(AuthenticationResult).toMatchObject({ AccessToken: expect.any(String), IdToken: expect.any(String) });

    await users.delete("u1");
    await expect(users.get("u1")).rejects.toMatchObject(named("UserNotFoundException"));
  });

  it("refuses a second user of one name", async () => {
    const users = await userPool(connect());
    await users.create("u1");
    await expect(users.create("u1")).rejects.toMatchObject(named("UsernameExistsException"));
  });

  it("refuses the old password once a new one is set", async () => {
    const users = await userPool(connect());
    await users.create("u1");
    await users.setPassword("u1", right);
    await users.setPassword("u1", "other-password-2");
    await expect(users.signIn("u1", right)).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    expect((await users.signIn("u1", "other-password-2")).AuthenticationResult).toBeDefined();
  });

  it("shows whether a user is enabled", async () => {
    const users = await userPool(connect());
    await users.create("u1");
    await users.disable("u1");
    expect(await users.get("u1")).toMatchObject({ Enabled: false });
    await users.enable("u1");
    expect(await users.get("u1")).toMatchObject({ Enabled: true });
  });

  it("knows no user that was never made", async () => {
    const users = await userPool(connect());
    for (const call of [users.get, users.delete, users.disable, users.enable]) {
      await expect(call("nobody")).rejects.toMatchObject(named("UserNotFoundException"));
    }
    await expect(users.setPassword("nobody", right)).rejects.toMatchObject(named("UserNotFoundException"));
  });
}

/** What Cognito refuses; cognito-local 5 lets some of it through, so it is measured against the first part only. */
export function userPoolRefusals(connect: () => CognitoIdentityProviderClient): void {
  it("gives a wrong password and an unknown user one and the same answer (T04)", async () => {
    const users = await userPool(connect());
    await users.create("u1");
    await users.setPassword("u1", right);
    const wrong = { name: "NotAuthorizedException", message: "Incorrect username or password." };
    await expect(users.signIn("u1", "wrong-password-1")).rejects.toMatchObject(wrong);
    await expect(users.signIn("nobody", "wrong-password-1")).rejects.toMatchObject(wrong);
  });

  it("refuses a disabled user with the right password, and lets an enabled one in again", async () => {
    const users = await userPool(connect());
    await users.create("u1");
    await users.setPassword("u1", right);
    await users.disable("u1");
    await expect(users.signIn("u1", right)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "User is disabled.",
    });
    await users.enable("u1");
    expect((await users.signIn("u1", right)).AuthenticationResult).toBeDefined();
  });

  it.each([
    ["shorter than the policy says", "short-1"],
    ["without a digit", "no-digit-here"],
    ["without a lower-case letter", "UPPER-CASE-1"],
  ])("refuses a password %s, temporary or permanent, and keeps the old one", async (_, weak) => {
    const users = await userPool(connect());
    await expect(users.create("weak", weak)).rejects.toMatchObject(named("InvalidPasswordException"));
    await expect(users.get("weak")).rejects.toMatchObject(named("UserNotFoundException"));
    await users.create("u1");
    await users.setPassword("u1", right);
    await expect(users.setPassword("u1", weak)).rejects.toMatchObject(named("InvalidPasswordException"));
    expect((await users.signIn("u1", right)).AuthenticationResult).toBeDefined();
  });

  it("makes exactly one user of many parallel calls for one name", async () => {
    const users = await userPool(connect());
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => users.create("u1")));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.name] : []));
    expect(refused).toEqual(Array(7).fill("UsernameExistsException"));
  });

  it("gives no tokens for a temporary password, the first or a later one, but asks for a new one", async () => {
    const users = await userPool(connect());
    const challenge = { ChallengeName: "NEW_PASSWORD_REQUIRED", Session: expect.any(String) };
    await users.create("u1");
    const first = await users.signIn("u1", "temporary-1");
    expect(first).toMatchObject(challenge);
    expect(first.AuthenticationResult).toBeUndefined();
    await users.setPassword("u1", right);
    await users.setPassword("u1", "temporary-2", false);
    const later = await users.signIn("u1", "temporary-2");
    expect(later).toMatchObject(challenge);
    expect(later.AuthenticationResult).toBeUndefined();
  });

  it("refuses parameters out of shape", async () => {
    const users = await userPool(connect());
    const invalid = named("InvalidParameterException");
    await expect(users.create("")).rejects.toMatchObject(invalid);
    await expect(users.create("two words")).rejects.toMatchObject(invalid);
    await expect(users.create("u".repeat(129))).rejects.toMatchObject(invalid);
    await expect(users.create("u1", `a1${"x".repeat(255)}`)).rejects.toMatchObject(invalid);
  });
}
