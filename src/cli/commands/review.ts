import type { AddCommand } from "../add-command.ts";
import { wordsOf } from "../words.ts";

/** `comparanda review DIR`: a page of this machine on which figures are accepted, rejected and changed. */
export const addReview: AddCommand = (program, language) => {
  const words = wordsOf(language);
  program
    .command("review")
    .description(words.review)
    .argument("<DIR>", words.reviewed)
    .option("--who <NAME>", words.who)
    .action(async (folder: string, given: { who?: string; json?: boolean }) => {
      const { userInfo } = await import("node:os");
      const { reviewFolder } = await import("../../recipes/review-folder.node.ts");
      const { serveReview } = await import("../../recipes/review-server.node.ts");
      const who = given.who ?? process.env.USER ?? process.env.USERNAME ?? userInfo().username;
      const server = await serveReview(await reviewFolder(folder, { language, who }), language);
      console.log(given.json ? JSON.stringify({ url: server.url }) : words.serving(server.url, who));
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
      await server.close();
    });
};
