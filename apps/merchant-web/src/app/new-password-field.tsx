import { PASSWORD_MIN, type PasswordOwner, passwordFault } from '@forewarn/core/kernel/password-rule';
import { PasswordInput, type PasswordInputProps, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useAppText } from './i18n/index.ts';
import classes from './new-password-field.module.css';

interface NewPasswordFieldProps extends Omit<PasswordInputProps, 'onChange'> {
  onChange: () => void;
  /** What the password must not contain. */
  owner?: () => PasswordOwner;
}

/** A new password, with its rule below it: each part is ticked off while one types. */
export function NewPasswordField({ onChange, owner, ...props }: NewPasswordFieldProps) {
  const { password: text } = useAppText();
  const [value, setValue] = useState('');
  const id = useId();
  const fault = passwordFault(value, owner?.());
  const parts = [
    { label: text.length(PASSWORD_MIN), met: [...value].length >= PASSWORD_MIN },
    { label: text.mixed, met: /\p{L}/u.test(value) && /\d/.test(value) },
    { label: text.unlike, met: fault === undefined },
  ];
  return (
    <div>
      <PasswordInput
        {...props}
        autoComplete="new-password"
        aria-describedby={id}
        visibilityToggleButtonProps={{ 'aria-label': text.show, tabIndex: 0 }}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          onChange();
        }}
      />
      <ul className={classes.rules} id={id}>
        {parts.map(({ label, met }) => (
          <li key={label} className={met ? classes.met : undefined}>
            {met ? <IconCheck size={14} aria-hidden /> : <IconPointFilled size={14} aria-hidden />}
            {label}
            {met && <VisuallyHidden>{text.met}</VisuallyHidden>}
          </li>
        ))}
      </ul>
    </div>
  );
}
