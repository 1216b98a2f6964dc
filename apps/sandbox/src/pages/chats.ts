import { html } from 'hono/html';
import type { World } from '../world.ts';
import { badge, clock, type Html, layout } from './layout.ts';

const SHOWN = 50;

/** What stands in the chat groups, and what their robots refused. */
export function chatsPage(world: World, origin: string): Html {
  const addresses = [
    ['WeCom', `${origin}/cgi-bin/webhook/send?key=sandbox-wecom`],
    ['DingTalk', `${origin}/robot/send?access_token=sandbox-dingtalk`],
    ['Feishu', `${origin}/open-apis/bot/v2/hook/sandbox-feishu`],
    ['Slack', `${origin}/services/T0/B0/sandboxslack`],
  ];
  return layout(world, {
    title: 'Chats',
    here: 'chats',
    main: html`<main class="provider">
  <section class="panel wide"><h2>Robots to try</h2>
    <p>Any token works and asks for no signature; one that begins with <code>gone</code> belongs to nobody. <code>POST /__control/robots</code> gives a token a secret or a keyword.</p>
    <div class="scroll"><table><tbody>${addresses.map(([name, url]) => html`<tr><td>${name}</td><td><code>${url}</code></td></tr>`)}</tbody></table></div>
  </section>
  <section class="panel wide"><h2>In the groups</h2><div id="chats" class="scroll" data-live>${posts(world)}</div></section>
</main>`,
  });
}

function posts({ chats }: World): Html {
  const rows = chats.posts.slice(-SHOWN).reverse();
  if (rows.length === 0) return html`<p class="empty">Nothing was said yet.</p>`;
  return html`<table><thead><tr><th>Time</th><th>Service</th><th>Robot</th><th>Answer</th><th>Text</th></tr></thead><tbody>
    ${rows.map(
      (post) => html`<tr><td>${clock(post.at)}</td><td>${post.vendor}</td><td><code>${post.token}</code></td>
      <td>${badge(post.shown ? 'ok' : 'bad', post.answer)}</td><td class="said">${post.text}</td></tr>`,
    )}</tbody></table>`;
}
