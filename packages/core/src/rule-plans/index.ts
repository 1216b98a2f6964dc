export { answerTime, type DueRule, ruleDue } from './decide.ts';
export { firstRule, fits, folded, type RuleAlert } from './first-rule.ts';
export { type KnownRule, readRule, toRuleAlert } from './known-rule.ts';
export { type PlannedAnswer, planAnswers } from './plan-answers.ts';
