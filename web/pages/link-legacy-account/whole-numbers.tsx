/** What a platform says of whom to call: each number in it stays on one line. */
export function WholeNumbers({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(\d[\d#()-]*\d)/).map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          <span class="whole-number" key={part}>
            {part}
          </span>
        ),
      )}
    </>
  );
}
