import type { Alert, CheckSource } from '../provider.ts'
import type { KnowledgeOrigin } from './ingredient-set.ts'

/** One side of a pair: an ingredient (IN) of RxNorm by its RXCUI, or a class of RxClass or ATC by its id. */
export interface PairSide {
  readonly type: 'ingredient' | 'class'
  readonly code: string
}

export interface InteractionPair {
  /** In the order of their keys: the order of the file says nothing. */
  readonly between: readonly [PairSide, PairSide]
  readonly severity: Alert['severity']
  /** What happens, in the words of the source. */
  readonly text: Alert['text']
  /** The place of its source in `sources`. */
  readonly source: number
}

/** An imported table of pairs that interact. */
export interface InteractionSet extends KnowledgeOrigin {
  readonly isDemonstration: boolean
  readonly sources: readonly Required<Pick<CheckSource, 'name' | 'version'>>[]
  readonly pairs: readonly InteractionPair[]
}

export const keyOfSide = ({ type, code }: PairSide): string => `${type}:${code}`

/** The same for either order of the sides. */
export const keyOfPair = (one: string, two: string): string => (one < two ? `${one}|${two}` : `${two}|${one}`)
