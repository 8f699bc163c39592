/** A concept that has ingredients: a salt, a combination, a brand, a drug or a pack. */
export interface NamedConcept {
  readonly name: string
  /** RxNorm ingredients (IN). */
  readonly ingredients: readonly string[]
}

/** What a set of knowledge is and where it comes from. Stored with each set. */
export interface KnowledgeOrigin {
  /** The day of the release. */
  readonly effectiveFrom: string
  readonly source: string
  /** What the publisher asks for. */
  readonly license: string
}

/** Classes of ingredients: the class codes with their names, and for each ingredient its codes. */
export interface ClassTable {
  readonly names: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, readonly string[]>>
}

/** The ingredients of an RxNorm release, and the ATC classes where the release has them. */
export interface IngredientSet extends KnowledgeOrigin {
  /** Names by RXCUI. */
  readonly ingredients: Readonly<Record<string, string>>
  /** By RXCUI: precise ingredients, combinations and brands, which an allergy may name. */
  readonly substances: Readonly<Record<string, NamedConcept>>
  /** By RXCUI: ingredients of clinical and branded drugs and of packs. */
  readonly drugs: Readonly<Record<string, readonly string[]>>
  /** ATC: names of groups of the third and fourth level, and the groups of the fourth level of each ingredient. */
  readonly classes: ClassTable
}

/** Classes of an RxClass extract. */
export interface ClassSet extends KnowledgeOrigin, ClassTable {}

/** The index of DailyMed: the current version of each label, and the labels of each drug. */
export interface LabelIndex extends KnowledgeOrigin {
  readonly versions: Readonly<Record<string, number>>
  readonly labels: Readonly<Record<string, readonly string[]>>
}

/** Where the label of each drug is in the file of labels. */
export interface LabelSet extends KnowledgeOrigin {
  /** The file of labels, in the same folder. */
  readonly content: string
  /** By set id: offset and length in bytes. */
  readonly places: Readonly<Record<string, readonly [offset: number, length: number]>>
  /** The set id of the label of each drug, by RXCUI. */
  readonly labels: Readonly<Record<string, string>>
}
