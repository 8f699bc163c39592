import type { components } from '@visitkit/contract'
import type { EmailProvider } from '../../vendors/notifications/provider.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { ObligationPolicy } from './model/obligation-policy.ts'
import type { Role } from './model/training.ts'

/** What obligations need from upstream domains. */
export interface ObligationPorts {
  readonly directory: {
    /** Active members of the caller’s organization, by name. */
    activeMembers(context: ReadContext): Promise<
      readonly {
        readonly id: string
        readonly displayName: string
        readonly roles: readonly Role[]
        readonly since: Date
      }[]
    >
    /** By `kind:id`. Unknown actors are left out. */
    actorNames(
      context: ReadContext,
      actors: readonly { readonly kind: 'member'; readonly id: string }[],
      patientIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>>
    organization(context: ReadContext): Promise<Pick<Organization, 'zone' | 'videoVendor' | 'brand' | 'languages'>>
    /** Of active members who have one. */
    memberAddresses(context: ReadContext): Promise<ReadonlyMap<string, string>>
    /** Every organization of the deployment, for the timer. */
    organizationIds(): Promise<readonly string[]>
    /** With the zone of the organization. Null for a member who is not active. */
    activeMember(
      organizationId: string,
      memberId: string,
    ): Promise<{
      readonly id: string
      readonly displayName: string
      readonly roles: readonly Role[]
      readonly since: Date
      readonly zone: string
    } | null>
  }
  readonly video: {
    /** Whether the vendor's account records calls by default; false if the vendor is not reached in time. */
    isRecording(vendor: VideoVendor): Promise<boolean>
  }
}

/** With which the timer reminds owners. */
export interface ReminderPorts {
  /** Null where the deployment sends no e-mail. */
  readonly email: EmailProvider | null
  /** Where the staff of the organization work. */
  readonly portalUrl: (organizationId: string) => Promise<string>
}

type VideoVendor = components['schemas']['VideoVendor']
type Organization = components['schemas']['Organization']

export type ObligationContext = ObligationPorts & { readonly policy: ObligationPolicy }
