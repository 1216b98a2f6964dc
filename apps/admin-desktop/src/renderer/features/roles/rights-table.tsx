import type { Grants, Permission, Scope } from '@forewarn/core/kernel/access';
import { scopesOf } from '@forewarn/core/staff/model';
import { Checkbox, NativeSelect, Text, Title } from '@mantine/core';
import { AREAS, type Area, permissionsOfResource, usePermissionWords } from './permission-words.ts';
import classes from './roles.module.css';
import { useRolesText } from './text.ts';

interface RightsTableProps {
  area: Area;
  grants: Grants;
  disabled: boolean;
  onChange: (permission: Permission, scope: Scope | undefined) => void;
}

/** One area of work: a line for each thing, its rights beside it; a tick where there is only yes or no, else over whose data. */
export function RightsTable({ area, grants, disabled, onChange }: RightsTableProps) {
  const words = usePermissionWords();
  return (
    <section aria-label={words.area[area]}>
      <Title order={2} size="h5" mb="xs">
        {words.area[area]}
      </Title>
      {AREAS[area].map((resource) => (
        <div key={resource} className={classes.resource}>
          <Text size="sm" fw={550}>
            {words.resource[resource]}
          </Text>
          <div className={classes.rights}>
            {permissionsOfResource(resource).map((permission) => (
              <Right
                key={permission}
                permission={permission}
                resource={words.resource[resource]}
                value={grants[permission]}
                disabled={disabled}
                onChange={(scope) => onChange(permission, scope)}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

interface RightProps {
  permission: Permission;
  resource: string;
  value: Scope | undefined;
  disabled: boolean;
  onChange: (scope: Scope | undefined) => void;
}

function Right({ permission, resource, value, disabled, onChange }: RightProps) {
  const t = useRolesText();
  const action = usePermissionWords().actionOf(permission);
  const scopes = scopesOf(permission);
  const label = t.scopeLabel(resource, action);
  if (scopes.length === 1) {
    return (
      <Checkbox
        label={action}
        aria-label={label}
        checked={value !== undefined}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked ? 'all' : undefined)}
      />
    );
  }
  return (
    <div className={classes.scoped}>
      <Text size="sm" {...(value === undefined && { c: 'dimmed' })}>
        {action}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={label}
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(scopes.find((scope) => scope === event.currentTarget.value))}
        data={[{ value: '', label: t.none }, ...scopes.map((scope) => ({ value: scope, label: t.scope[scope] }))]}
      />
    </div>
  );
}
