import { CARD_PROGRAMS, type CardProgram } from '@forewarn/core/cards/model';
import { useCardLabels } from '@forewarn/ui/i18n';
import { Radio, SimpleGrid } from '@mantine/core';
import classes from './program-choice.module.css';
import { useCardText } from './text.ts';

interface ProgramChoiceProps {
  value: CardProgram;
  onChange: (program: CardProgram) => void;
}

/** Which of the two programs watches: each explained in one sentence. */
export function ProgramChoice({ value, onChange }: ProgramChoiceProps) {
  const { form: text } = useCardText();
  const labels = useCardLabels();
  return (
    <Radio.Group
      label={text.program}
      value={value}
      onChange={(next) => {
        const program = CARD_PROGRAMS.find((one) => one === next);
        if (program) onChange(program);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt={6}>
        {CARD_PROGRAMS.map((program) => (
          <Radio
            key={program}
            className={classes.choice}
            data-checked={program === value || undefined}
            value={program}
            label={labels.program[program]}
            description={text.programHint[program]}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
