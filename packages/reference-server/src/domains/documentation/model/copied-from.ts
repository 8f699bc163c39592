import type { components } from '@visitkit/contract'

/** The signed note from which a section was copied. Part of the signed content. */
export type CopiedFrom = NonNullable<components['schemas']['NoteSection']['copiedFrom']>
