import { RosterTwin } from "./roster-twin.ts";
import { rosterWriterContract } from "./roster-writer-contract.ts";

rosterWriterContract("memory", () => new RosterTwin());
