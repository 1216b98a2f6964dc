import { describe, expect, it } from 'vitest';
import { channelsFor, kindsWithChoice } from './channel-rules.ts';
import { MAIL_KINDS } from './templates.ts';

describe('A-239 the channels of a notification', () => {
  it('what a merchant is told goes everywhere, personal links and staff matters by mail alone', () => {
    expect(channelsFor('alert.new')).toEqual(['MAIL', 'INBOX', 'CHAT']);
    expect(channelsFor('account.reset', { 'account.reset': ['CHAT'] })).toEqual(['MAIL']);
    expect(channelsFor('security.alarm')).toEqual(['MAIL']);
  });

  it('can be chosen; an alert goes by mail all the same', () => {
    expect(channelsFor('alert.answered', { 'alert.answered': ['INBOX'] })).toEqual(['INBOX']);
    expect(channelsFor('alert.new', { 'alert.new': ['CHAT'] })).toEqual(['MAIL', 'CHAT']);
  });

  it('nothing silences a kind altogether', () => {
    for (const kind of MAIL_KINDS) expect(channelsFor(kind, { [kind]: [] }).length).toBeGreaterThan(0);
    expect(kindsWithChoice()).not.toContain('account.reset');
  });
});
