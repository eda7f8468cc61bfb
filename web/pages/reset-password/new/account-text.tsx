/** An account in full, broken before its @ only: nobody is to take half of a word for the whole. */
export function AccountText({ account }: { readonly account: string }) {
  const at = account.lastIndexOf("@");
  return (
    <b translate={false}>
      {account.slice(0, at)}
      <wbr />
      {account.slice(at)}
    </b>
  );
}
