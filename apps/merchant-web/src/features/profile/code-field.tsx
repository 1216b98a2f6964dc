import { useSecurityText } from '@forewarn/ui/security';
import { TextInput, type TextInputProps } from '@mantine/core';

/** The second factor, where the account has one: what would let a thief in isn't changed without it. */
export function CodeField(props: TextInputProps) {
  const { code, proofCodeHint } = useSecurityText().twoStep;
  return (
    <TextInput
      {...props}
      label={code}
      description={proofCodeHint}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
    />
  );
}
