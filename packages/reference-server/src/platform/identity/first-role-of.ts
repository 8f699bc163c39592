import type { ActorRole, Caller } from '../contracts/caller.ts'

/** The role of an act for which no role was determined. */
export const firstRoleOf = ({ roles, kind }: Pick<Caller, 'roles' | 'kind'>): ActorRole =>
  roles[0] ?? (kind === 'member' ? 'unlisted' : kind)
