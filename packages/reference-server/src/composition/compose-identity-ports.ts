import type { DirectoryProvides } from '../domains/directory/index.ts'
import type { ObligationProvides } from '../domains/obligations/index.ts'
import type { VisitsProvides } from '../domains/visits/index.ts'
import type { SessionPerson } from '../platform/identity/begin-session.ts'
import type { IdentityPorts } from '../platform/identity/identity-ports.ts'
import type { LateBinding } from './late-binding.ts'

export interface IdentityParts {
  readonly directory: LateBinding<DirectoryProvides>
  readonly visits: LateBinding<VisitsProvides>
  readonly obligations: LateBinding<ObligationProvides>
}

/** Who signs in, as the domains know them: people of the directory, guests of visits, and until when training lets a member see patients. */
export const composeIdentityPorts = ({ directory, visits, obligations }: IdentityParts): IdentityPorts => {
  const withTraining = async (
    organizationId: string,
    person: SessionPerson | null,
    now: Date,
  ): Promise<SessionPerson | null> =>
    person?.kind === 'member'
      ? { ...person, trainingEndsAt: await obligations.get().trainingEndsAt(organizationId, person.personId, now) }
      : person
  return {
    resolvePerson: async (organizationId, issuer, subject, now) =>
      withTraining(organizationId, await directory.get().resolvePerson(organizationId, issuer, subject, now), now),
    refreshPerson: async (organizationId, { kind, personId }, now) =>
      kind === 'guest'
        ? visits.get().refreshGuest(organizationId, personId, now)
        : withTraining(
            organizationId,
            await directory.get().refreshPerson(organizationId, { kind, personId }, now),
            now,
          ),
    redeemGuestCode: (context, given) => visits.get().redeemGuestCode(context, given),
    acceptInvitation: async (context, identified, secret) =>
      withTraining(
        context.caller.organizationId,
        await directory.get().acceptInvitation(context, identified, secret),
        context.now,
      ),
  }
}
