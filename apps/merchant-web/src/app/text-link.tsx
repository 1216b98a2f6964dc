import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import classes from './text-link.module.css';

type PlainProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

function Plain({ ref, ...props }: PlainProps) {
  return <a ref={ref} {...props} className={classes.link} />;
}

/** A link to a page of this app inside or below text. */
export const TextLink = createLink(Plain);
