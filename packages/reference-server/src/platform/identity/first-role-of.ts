import type { ActorRole, Caller } from '../seams.ts'

/** Under which role somebody acts who acts under no role in particular. */
export const firstRoleOf = ({ roles, kind }: Pick<Caller, 'roles' | 'kind'>): ActorRole =>
  roles[0] ?? (kind === 'member' ? 'unlisted' : kind)
