import { describe, expect, it } from 'vitest';
import { keyText } from '../cards/index.ts';
import { rowFaultText } from './faults.ts';
import { judgeRows } from './judge.ts';
import { eachField } from './mapping.ts';
import type { RowValues } from './values.ts';

const values = (part: Partial<RowValues> = {}): RowValues => ({
  ...eachField(() => ''),
  descriptor: 'SHOP*ONE',
  cardBin: '411111',
  notifyEmail: 'risk@acme.example',
  ...part,
});
const judge = (...parts: Partial<RowValues>[]) =>
  judgeRows(
    parts.map((part, index) => ({ line: index + 2, values: values(part) })),
    new Map(),
  );
const faults = (part: Partial<RowValues>) => judge(part)[0]?.faults.map(({ field, code }) => `${field} ${code}`);

describe('A-065…A-072 A-073 what becomes of a line', () => {
  it.each<[Partial<RowValues>, string[]]>([
    [{}, []],
    [{ descriptor: '' }, ['descriptor MISSING']],
    [{ descriptor: 'A' }, ['descriptor DESCRIPTOR_LENGTH']],
    [{ descriptor: 'X'.repeat(51) }, ['descriptor DESCRIPTOR_LENGTH']],
    [{ descriptor: 'A<b>' }, ['descriptor DESCRIPTOR_CHARACTERS']],
    [{ cardBin: '' }, ['cardBin MISSING']],
    [{ cardBin: '41111' }, ['cardBin CARD_BIN_FORM']],
    [{ cardBin: '012345' }, []],
    [{ caid: '1.74030E+14' }, ['caid SHORTENED']],
    [{ caid: 'x'.repeat(101) }, ['caid CAID_LENGTH']],
    [{ notifyEmail: '' }, ['notifyEmail MISSING']],
    [{ notifyEmail: 'nobody' }, ['notifyEmail EMAIL']],
    [{ remark: 'x'.repeat(501) }, ['remark REMARK']],
    [{ program: 'ethoca' }, []],
    [{ program: 'VISA' }, ['program PROGRAM']],
    [{ acquirerBin: '422222' }, ['acquirerBin OTHER_PROGRAM']],
    [{ program: 'RDR', cardBin: '', acquirerBin: '422222', caid: 'C1' }, []],
    [{ program: 'RDR', cardBin: '', arn: '1'.repeat(23) }, []],
    [{ program: 'RDR', cardBin: '' }, ['acquirerBin RDR_KEY']],
    [{ program: 'RDR', cardBin: '', arn: '1.2E+22' }, ['arn SHORTENED']],
  ])('%j', (part, expected) => {
    expect(faults(part)).toEqual(expected);
    for (const { code } of judge(part)[0]?.faults ?? [])
      for (const locale of ['zh-CN', 'en'] as const)
        expect(rowFaultText(code, locale)).not.toBe(rowFaultText('?', locale));
  });

  it('A-072 A-344 A-386 the same enrolment counts once, also without CAID; what differs in one part is another', () => {
    const verdicts = judge(
      {},
      { notifyEmail: 'other@acme.example' },
      { caid: 'C1' },
      { cardBin: '411112' },
      { program: 'ETHOCA' },
    );
    expect(verdicts.map(({ verdict, other }) => [verdict, other])).toEqual([
      ['READY', null],
      ['DUPLICATE', 2],
      ['READY', null],
      ['READY', null],
      ['DUPLICATE', 2],
    ]);
  });

  it('a line with faults is nobody’s twin', () => {
    expect(judge({ notifyEmail: 'x' }, {}).map(({ verdict }) => verdict)).toEqual(['ERROR', 'READY']);
  });

  it('a card that stands is left alone, a closed one opened again', () => {
    const key = keyText({
      program: 'ETHOCA',
      descriptor: 'SHOP*ONE',
      cardBin: '411111',
      caid: '',
      acquirerBin: '',
      arn: '',
    });
    const of = (status: 'REGISTERED' | 'CLOSED') =>
      judgeRows([{ line: 2, values: values() }], new Map([[key, { id: 7, status, generation: 1 }]]));
    expect(of('REGISTERED')).toEqual([{ verdict: 'EXISTS', faults: [], other: 7 }]);
    expect(of('CLOSED')).toEqual([{ verdict: 'REOPEN', faults: [], other: 7 }]);
  });
});
