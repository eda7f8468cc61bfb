import { startUp } from "../lib/local/start-up.ts";
import { StartUpError } from "../lib/local/start-up-error.ts";

try {
  const service = await startUp(process.env);
  const stop = () => service.stop().then(() => process.exit(0));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const seeded = service.seeded === undefined ? "" : ` The sample roster has ${service.seeded} places.`;
  const lines = [
    "",
    `  教育體系單一簽入服務  ${service.origin}`,
    `  What to try first      ${service.origin}/local/`,
    `  Codes arrive at        ${service.origin}/local/outbox`,
    ...(service.application === undefined ? [] : [`  A sample application   ${service.application}`]),
    "",
    `  Ctrl-C stops it; the data stays.${seeded}`,
  ];
  console.log(lines.join("\n"));
} catch (error) {
  console.error(error instanceof StartUpError ? error.message : error);
  process.exit(1);
}
