import type { StaffMember } from '@forewarn/core/staff/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Button, Divider, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { PersonSecurity } from '../../app/person-security.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay, useUser } from '../../app/use-session.ts';
import { STAFF_TONES } from './columns.tsx';
import { MemberActions } from './member-actions.tsx';
import { RoleAndTeam } from './role-and-team.tsx';
import { useStaffText } from './text.ts';

export function MemberForm({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const t = useStaffText();
  const words = useT();
  const format = useFormat();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const own = useUser()?.id === member.id;
  const manages = useMay('staff:manage');
  const [name, setName] = useState(member.name);
  const [roles, setRoles] = useState(member.roles);
  const [team, setTeam] = useState(member.teamId === null ? '' : String(member.teamId));
  const update = useMutation(
    trpc.admin.staff.update.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.edit.saved });
        await cache.invalidateQueries(trpc.admin.staff.pathFilter());
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
      },
    }),
  );
  const save = () => {
    const { id, version } = member;
    const others = { roles, teamId: team === '' ? null : Number(team) };
    update.mutate({ id, version, name, ...(!own && others) });
  };
  const problem = update.error && toProblem(update.error);
  return (
    <Stack gap="lg">
      <Facts
        items={[
          {
            label: t.column.status,
            value: <ToneBadge tone={STAFF_TONES[member.status]}>{t.statuses[member.status]}</ToneBadge>,
          },
          { label: member.external ? t.edit.account : t.invite.email, value: member.email },
          { label: member.external ? t.edit.firstSeen : t.edit.since, value: format.time(member.createdTime, 'full') },
          {
            label: t.column.lastLogin,
            value: member.lastLoginTime === null ? t.never : format.time(member.lastLoginTime, 'full'),
          },
          ...(member.external ? [] : [{ label: t.column.totp, value: member.totpEnabled ? t.on : t.off }]),
        ]}
      />
      {member.external && <ToneNote tone="neutral">{t.edit.external}</ToneNote>}
      {own && !member.external && <ToneNote tone="neutral">{t.edit.own}</ToneNote>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (roles.length > 0 && name.trim() !== '') save();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t.invite.name}
            required
            disabled={!manages || member.external}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={name.trim() === '' ? t.invite.required : undefined}
          />
          <RoleAndTeam
            roles={roles}
            onRoles={setRoles}
            team={team}
            onTeam={setTeam}
            disabled={own || !manages}
            rolesDisabled={member.external}
            error={roles.length === 0 ? t.invite.rolesHint : undefined}
          />
          {problem && <ErrorNote problem={problem} />}
          {manages && !(own && member.external) && (
            <Group justify="flex-end">
              <Button type="submit" loading={update.isPending}>
                {words.save}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
      {member.status !== 'INVITED' && (
        <>
          <Divider />
          <PersonSecurity
            realm="staff"
            subjectId={member.id}
            name={member.name}
            totpEnabled={member.totpEnabled}
            external={member.external}
            onReset={() => cache.invalidateQueries(trpc.admin.staff.pathFilter())}
          />
        </>
      )}
      {manages && !own && (
        <>
          <Divider />
          <MemberActions member={member} onGone={onClose} />
        </>
      )}
    </Stack>
  );
}
