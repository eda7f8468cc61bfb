/** Whether something is for somebody in these roles; without roles it is everybody's. Who is enrolled nowhere has none. */
export const isForRoles = (
  roles: readonly string[] | undefined,
  enrolments: readonly { readonly role: string }[],
): boolean => roles === undefined || enrolments.some(({ role }) => roles.includes(role));
