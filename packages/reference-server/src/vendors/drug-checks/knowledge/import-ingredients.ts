import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { createFaultList } from '../../../platform/code-sets/fault-list.ts'
import { ImportRefused } from '../../../platform/code-sets/import-refused.ts'
import { composeIngredientSet } from './compose-ingredient-set.ts'
import { readRxNormConcepts } from './read-rxnorm-concepts.ts'

/** One import of knowledge: what is read, and the set that is written. */
export interface ImportKnowledge {
  readonly from: string
  /** The path of the set. */
  readonly to: string
  readonly effectiveFrom: string
  readonly source: string
}

const what = 'The RxNorm release'

/**
 * The ingredients of each drug of an RxNorm release, and the ATC classes where the release has them. `from` is its `rrf` folder. Throws
 * ImportRefused, and then writes nothing.
 */
export const importIngredients = async ({
  from,
  to,
  effectiveFrom,
  source,
}: ImportKnowledge): Promise<{ readonly taken: number; readonly classes: number; readonly leftOut: number }> => {
  const faults = createFaultList(what)
  const concepts = await readRxNormConcepts(from, what, faults)
  faults.refuse()
  const { set, leftOut } = composeIngredientSet(concepts, { effectiveFrom, source, license: rxNormLicense })
  const [drugs, ingredients] = [Object.keys(set.drugs).length, Object.keys(set.ingredients).length]
  if (drugs === 0 || ingredients === 0)
    throw new ImportRefused(what, [
      {
        file: 'RXNREL.RRF',
        line: null,
        field: null,
        remedy:
          'No drug leads to its ingredients: give the rrf folder of a full or a prescribable release, with both files.',
      },
    ])
  await writeCodeSet(to, set)
  return { taken: drugs, classes: Object.keys(set.classes.names).length, leftOut }
}

/** Asked for by the terms of service of RxNorm. */
const rxNormLicense =
  'This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), National Institutes of Health, Department of Health and Human Services; NLM is not responsible for the product and does not endorse or recommend this or any other product. A full release also needs the license of the UMLS, and ATC belongs to the WHO Collaborating Centre for Drug Statistics Methodology.'
