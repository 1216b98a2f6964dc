import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type PlainProps = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { ref?: Ref<HTMLAnchorElement> };

function Plain({ ref, ...props }: PlainProps) {
  return <Button component="a" ref={ref ?? null} {...props} />;
}

/** A link to a page of this app that looks like the button it acts as. */
export const ButtonLink = createLink(Plain);
