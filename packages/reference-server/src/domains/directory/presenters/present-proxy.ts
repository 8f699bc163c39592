import type { components } from '@visitkit/contract'
import type { Invitation } from '../model/invitation.ts'
import { proxyStatus, type ProxyTerm } from '../model/proxy-right.ts'
import { presentInvitation } from './present-invitation.ts'

type Proxy = components['schemas']['Proxy']
type Right = Omit<Proxy, 'scope' | 'status' | 'invitation'> &
  ProxyTerm & { readonly scope: readonly Proxy['scope'][number][] }

/** The contract shape of a right, without the sign-in of the person who accepted it. */
export const presentProxy = (
  right: Right,
  {
    zone,
    now,
    invitation,
  }: { readonly zone: string; readonly now: Date; readonly invitation?: Invitation | undefined },
): Proxy => {
  const status = proxyStatus(right, zone, now)
  return {
    id: right.id,
    patientId: right.patientId,
    displayName: right.displayName,
    relationship: right.relationship,
    ...(right.email !== undefined && { email: right.email }),
    ...(right.phone !== undefined && { phone: right.phone }),
    scope: [...right.scope],
    from: right.from,
    to: right.to,
    status,
    ...(status === 'invited' && invitation !== undefined && { invitation: presentInvitation(invitation, now) }),
  }
}
