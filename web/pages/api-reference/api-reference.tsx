import { useCallback, useEffect, useState } from "preact/hooks";
import type { Problem } from "../../api.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import { apiReferenceWords } from "../../words/api-reference.ts";
import { useWords } from "../../words/words.ts";
import { type OpenApi, type Operation, schemaOf, typeOf } from "./openapi.ts";

const address = "/api/openapi.json";

/** The OpenAPI document, readable. */
export function ApiReference() {
  const words = useWords(apiReferenceWords);
  const [document, setDocument] = useState<OpenApi>();
  const [problem, setProblem] = useState<Problem>();
  const load = useCallback(async () => {
    try {
      const response = await fetch(address);
      if (!response.ok) return setProblem({ code: "internal", status: response.status, title: "" });
      setDocument((await response.json()) as OpenApi);
      setProblem(undefined);
    } catch {
      setProblem({ code: "offline", status: 0, title: "" });
    }
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <Page title={words.title} lead={words.lead}>
      <p>
        <a class="tap" href={address} download>
          {words.document}
        </a>
      </p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void load()} />}
      {!problem && !document && <Loading lines={12} />}
      {document &&
        Object.entries(document.paths).flatMap(([path, operations]) =>
          Object.entries(operations).map(([method, operation]) => (
            <Endpoint key={`${method} ${path}`} name={`${method.toUpperCase()} ${path}`} operation={operation} />
          )),
        )}
    </Page>
  );
}

function Endpoint({ name, operation }: { readonly name: string; readonly operation: Operation }) {
  const words = useWords(apiReferenceWords);
  const request = schemaOf(operation.requestBody);
  const answer = schemaOf(operation.responses["200"]);
  const problems = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
  return (
    <section class="endpoint" translate={false}>
      <h2>
        <code>{name}</code>
      </h2>
      <p lang="en">{operation.summary}</p>
      <p class="muted">{operation.security.length > 0 ? words.signedIn : words.anyone}</p>
      <details>
        <summary>{words.details}</summary>
        <h3>{words.request}</h3>
        {request ? <Code text={typeOf(request)} name={`${name} ${words.request}`} /> : <p>{words.noRequest}</p>}
        <h3>{words.answer}</h3>
        {answer && <Code text={typeOf(answer)} name={`${name} ${words.answer}`} />}
        <h3>{words.problems}</h3>
        <dl class="summary summary--compact" lang="en">
          {problems.map(([status, { description }]) => (
            <div class="summary__row" key={status}>
              <dt>{status}</dt>
              <dd>{description.replaceAll("`", "")}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** Wide code scrolls in its own box, which the keyboard can reach; the page itself never scrolls sideways. */
function Code({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading of its own
    <pre class="code" tabIndex={0} role="region" aria-label={name}>
      <code>{text}</code>
    </pre>
  );
}
