/**
 * npm run demo: the main story against the running system (npm start): enrol, receive, match, mail, assign, answer, crash.
 * Each step says what happened and ends in PASS or FAIL; the exit status says the same. Safe to run again and again.
 */
import { openStory, STEPS } from './demo/steps.mjs';
import { report } from './failure.mjs';
import { say } from './say.mjs';

let story;
try {
  story = await openStory();
} catch (error) {
  report(error);
  process.exit(1);
}

let failed = 0;
for (const [index, step] of STEPS.entries()) {
  say(`\n${index + 1}. ${step.title}`);
  if (step.slow) say(`   ${step.slow}`);
  const started = Date.now();
  try {
    const what = await step.run(story);
    say(`   ${what}`);
    say(`   PASS  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    failed += 1;
    say(`   ${error.message}`);
    say('   FAIL');
  }
}
await story.world.heal();
say(`\n${STEPS.length - failed} passed, ${failed} failed`);
say(failed === 0 ? 'PASS' : 'FAIL');
process.exit(failed === 0 ? 0 : 1);
