// A link inside the desk; unit and period go along.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCarried } from '../address.ts'

export interface PageLinkProps {
  /** `/desk/units?q=…` */
  readonly to: string
  readonly className?: string
  readonly children: ReactNode
}

export function PageLink({ to, className, children }: PageLinkProps) {
  const carry = useCarried()
  return (
    <Link {...(carry(to) as { to: string })} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}
