import type { TestSystem } from '@forewarn/api/testing';

interface Mail {
  subject: string;
  text: string;
  links: string[];
}

/** The mail to that address whose link leads to that page, once it has arrived: its link, as a path of the app. */
export async function linkInMail({ sandbox, url }: TestSystem, to: string, page: string): Promise<string> {
  if (!sandbox) throw new Error('Start the system with its sandbox.');
  for (;;) {
    const response = await fetch(`${sandbox.http}/__control/mails?to=${encodeURIComponent(to)}`);
    const mails = (await response.json()) as Mail[];
    const links = mails.flatMap((mail) => mail.links).filter((link) => new URL(link).pathname === page);
    const [newest] = links;
    if (newest?.startsWith(url)) return newest.slice(url.length);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
