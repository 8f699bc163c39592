import type { ActorRole, Caller } from '../contracts/caller.ts'

/** The role of an act for which none was chosen. */
export const firstRoleOf = ({ roles, kind }: Pick<Caller, 'roles' | 'kind'>): ActorRole =>
  roles[0] ?? (kind === 'member' ? 'unlisted' : kind)
