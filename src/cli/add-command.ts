import type { Command } from "commander";
import type { Language } from "../model/messages/message.ts";

/** Adds one verb to the command line; what a verb needs is imported when it runs, not before. */
export type AddCommand = (program: Command, language: Language) => void;
