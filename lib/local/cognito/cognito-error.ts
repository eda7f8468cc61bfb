import { AwsJsonError } from "../aws-json.ts";

/** The errors of Cognito that the stand-in gives, by Cognito's own names and words. */
export const cognitoError = {
  userPoolNotFound: (id: string) => new AwsJsonError("ResourceNotFoundException", `User pool ${id} does not exist.`),
  clientNotFound: (id: string) =>
    new AwsJsonError("ResourceNotFoundException", `User pool client ${id} does not exist.`),
  userNotFound: () => new AwsJsonError("UserNotFoundException", "User does not exist."),
  usernameExists: () => new AwsJsonError("UsernameExistsException", "User account already exists"),
  wrongPassword: () => new AwsJsonError("NotAuthorizedException", "Incorrect username or password."),
  userDisabled: () => new AwsJsonError("NotAuthorizedException", "User is disabled."),
  invalidPassword: (reason: string) =>
    new AwsJsonError("InvalidPasswordException", `Password did not conform with policy: ${reason}`),
  invalidParameter: (message: string) => new AwsJsonError("InvalidParameterException", message),
  unsupported: (what: string) =>
    new AwsJsonError("UnsupportedOperationException", `the stand-in does not support ${what}`),
};
