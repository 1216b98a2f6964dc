import { describe, expect, it } from 'vitest';
import { faultsOf, type SettingsValues, toUpdate, valuesOf } from './settings-values.ts';

const VALUES: SettingsValues = {
  mainEmail: 'alerts@example.test',
  backupEmails: [],
  timed: false,
  window: { start: '08:00', end: '22:00' },
  urgentPierces: true,
  locale: '',
  timeZone: '',
  answerNeedsSignIn: false,
  reminders: { half: true, late: true, last: true },
};
const faults = (change: Partial<SettingsValues>) => faultsOf({ ...VALUES, ...change }, 0);

describe('notification settings in the form', () => {
  it('A-085 A-086 A-089 faults stand at their field', () => {
    expect(faults({})).toEqual({});
    expect(faults({ mainEmail: ' ' })).toEqual({ mainEmail: 'REQUIRED' });
    expect(faults({ mainEmail: 'nobody' })).toEqual({ mainEmail: 'EMAIL_FORM' });
    expect(faults({ backupEmails: ['', 'b@'] })).toEqual({ 'backupEmails.1': 'EMAIL_FORM' });
    expect(faults({ backupEmails: ['a@b.test', 'A@b.test'] })).toEqual({ backupEmails: 'ADDRESS_TWICE' });
    expect(faults({ timed: true, window: { start: '08:00', end: '08:00' } })).toEqual({ 'window.end': 'WINDOW_EMPTY' });
  });

  it('A-087 hours that are switched off count for nothing, and empty backups neither', () => {
    const update = toUpdate({ ...VALUES, backupEmails: ['', 'b@c.test'] }, 3);
    expect(update).toMatchObject({
      window: null,
      backupEmails: ['b@c.test'],
      locale: null,
      timeZone: null,
      version: 3,
    });
  });

  it('what was saved comes back as it was', () => {
    const saved = {
      ...toUpdate({ ...VALUES, timed: true, locale: 'en', timeZone: 'Europe/Berlin' }, 1),
      merchantId: 1,
      profile: { locale: 'zh-CN' as const, timeZone: 'Asia/Shanghai' },
      cardEmails: [],
      updatedTime: null,
      nextMailAt: '2026-11-22T03:00:00.000Z',
      troubles: [],
    };
    expect(toUpdate(valuesOf(saved), 1)).toEqual(
      toUpdate({ ...VALUES, timed: true, locale: 'en', timeZone: 'Europe/Berlin' }, 1),
    );
  });
});
