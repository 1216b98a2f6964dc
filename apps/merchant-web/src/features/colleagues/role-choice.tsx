import { COLLEAGUE_ROLES, type ColleagueRole } from '@forewarn/core/accounts/model';
import { Radio, Stack } from '@mantine/core';
import { useColleagueText } from './text.ts';

/** The roles an owner can give, each with what it may do. */
export function RoleChoice({ initial }: { initial: ColleagueRole }) {
  const text = useColleagueText();
  return (
    <Radio.Group name="role" label={text.role} defaultValue={initial}>
      <Stack gap="sm" mt="xs">
        {COLLEAGUE_ROLES.map((role) => (
          <Radio key={role} value={role} label={text.roles[role].name} description={text.roles[role].may} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
