import { render } from "preact";
import { App } from "./app.tsx";

const place = document.getElementById("site");
if (place) render(<App />, place);
