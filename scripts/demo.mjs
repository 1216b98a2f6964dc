/**
 * npm run demo: the main story against the running system (npm start): enrol, receive, match, mail, assign, answer, crash.
 * Each step says what happened and ends in PASS or FAIL; the exit status says the same. Safe to run again and again.
 */
import { STEPS } from './demo/steps.mjs';
import { openStory } from './demo/story.mjs';
import { report } from './failure.mjs';
import { dim, green, padTo, red, say, width } from './say.mjs';

let story;
try {
  story = await openStory();
} catch (error) {
  process.exit(report(error));
}

const results = [];
for (const [index, step] of STEPS.entries()) {
  say(`\n${index + 1}. ${step.title}`);
  if (step.slow) say(dim(`   ${step.slow}`));
  const started = Date.now();
  let ok = true;
  try {
    say(`   ${await step.run(story)}`);
  } catch (error) {
    ok = false;
    say(`   ${red(error.message)}`);
  }
  results.push({ title: step.title, ok, seconds: ((Date.now() - started) / 1000).toFixed(1) });
}
await story.world.heal();

const column = Math.max(...results.map(({ title }) => width(title))) + 3;
say();
for (const { title, ok, seconds } of results)
  say(`  ${padTo(title, column)}${ok ? green('PASS') : red('FAIL')}  ${seconds.padStart(5)} s`);
const failed = results.filter(({ ok }) => !ok).length;
say(`\n  ${results.length - failed} passed, ${failed} failed`);
say(failed === 0 ? green('PASS') : red('FAIL'));
process.exit(failed === 0 ? 0 : 1);
