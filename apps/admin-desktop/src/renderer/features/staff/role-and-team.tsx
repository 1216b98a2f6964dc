import { MultiSelect, NativeSelect } from '@mantine/core';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useStaffText } from './text.ts';
import { useTeams } from './use-teams.ts';

interface RoleAndTeamProps {
  roles: string[];
  onRoles: (roles: string[]) => void;
  /** The team's number as text; empty: none. */
  team: string;
  onTeam: (team: string) => void;
  error?: string | undefined;
  disabled?: boolean;
  /** Somebody else says which roles. */
  rolesDisabled?: boolean;
}

/** What somebody may and whose data they see: the same two fields when inviting and editing. */
export function RoleAndTeam(props: RoleAndTeamProps) {
  const { roles, onRoles, team, onTeam, error, disabled = false, rolesDisabled = false } = props;
  const t = useStaffText();
  const { options } = useRoleNames();
  const { options: teams } = useTeams();
  return (
    <>
      <MultiSelect
        label={t.invite.roles}
        data={options}
        value={roles}
        onChange={onRoles}
        error={error}
        disabled={disabled || rolesDisabled}
        required
        checkIconPosition="right"
      />
      <NativeSelect
        label={t.invite.team}
        value={team}
        onChange={(event) => onTeam(event.currentTarget.value)}
        disabled={disabled}
        data={[{ value: '', label: t.noTeam }, ...teams]}
      />
    </>
  );
}
