import { basename } from 'node:path'
import { writeCodeSet } from '../../../platform/code-sets/code-set-files.ts'
import { createFaultList } from '../../../platform/code-sets/fault-list.ts'
import { ImportRefused, type ImportFault } from '../../../platform/code-sets/import-refused.ts'
import { readFileLines } from '../../../platform/code-sets/read-lines.ts'
import { validateDisplayText } from '../../../platform/code-sets/validate-display-text.ts'
import type { ImportKnowledge } from './import-ingredients.ts'
import type { ClassSet } from './ingredient-set.ts'
import { isObject } from './label-record.ts'

const what = 'The RxClass extract'

/**
 * Class types that group medicines as therapy or allergy does: chemical groups of ATC, and the established pharmacologic classes of labels.
 * Others, such as `DISEASE` or `CHEM`, group medicines that have little in common.
 */
const classTypes: ReadonlySet<string> = new Set(['ATC1-4', 'EPC'])

/** One line is one answer of RxClass, with room for a drug in many classes. */
const longestAnswer = 16_000_000

/**
 * Classes from answers of the RxClass API (`/REST/rxclass/class/byRxcui.json`), one answer a line. Throws ImportRefused, and then writes
 * nothing.
 */
export const importClasses = async ({
  from,
  to,
  effectiveFrom,
  source,
}: ImportKnowledge): Promise<{ readonly taken: number; readonly leftOut: number }> => {
  const faults = createFaultList(what)
  const file = basename(from)
  const names = new Map<string, string>()
  const members = new Map<string, Set<string>>()
  let leftOut = 0
  for await (const { line, text } of readFileLines(from, what, longestAnswer)) {
    if (text.trim() === '') continue
    const rows = rowsOf(text)
    if ('remedy' in rows) {
      faults.add({ file, line, ...rows })
      continue
    }
    for (const { rxcui, classId, className, classType } of rows) {
      const refuse = (field: string, remedy: string): void => faults.add({ file, line, field, remedy })
      if (!classTypes.has(classType)) leftOut += 1
      else if (!/^[0-9]{1,8}$/.test(rxcui)) refuse('minConcept.rxcui', 'This is an RxNorm code.')
      else if (!/^[A-Z0-9]{1,20}$/i.test(classId))
        refuse('rxclassMinConceptItem.classId', 'This is the code of a class.')
      else if (className.trim() === '' || validateDisplayText(className) !== null)
        refuse('rxclassMinConceptItem.className', validateDisplayText(className) ?? 'A class has a name.')
      else {
        names.set(classId, className)
        members.set(rxcui, (members.get(rxcui) ?? new Set()).add(classId))
      }
    }
  }
  faults.refuse()
  if (names.size === 0)
    throw new ImportRefused(what, [
      { file, line: null, field: null, remedy: 'No answer has a class of the type ATC1-4 or EPC.' },
    ])
  const set: ClassSet = {
    effectiveFrom,
    source,
    license:
      'RxClass is a service of the U.S. National Library of Medicine. ATC belongs to the WHO Collaborating Centre for Drug Statistics Methodology; pharmacologic classes (EPC) come from labels that the FDA published.',
    names: Object.fromEntries([...names].toSorted(byText)),
    members: Object.fromEntries([...members].toSorted(byText).map(([rxcui, ids]) => [rxcui, [...ids].toSorted()])),
  }
  await writeCodeSet(to, set)
  return { taken: names.size, leftOut }
}

interface ClassRow {
  readonly rxcui: string
  readonly classId: string
  readonly className: string
  readonly classType: string
}

/** An answer about a drug without classes is empty. */
const rowsOf = (text: string): readonly ClassRow[] | Pick<ImportFault, 'field' | 'remedy'> => {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return { field: null, remedy: 'Each line is one whole answer of RxClass in JSON.' }
  }
  if (!isObject(answer)) return { field: null, remedy: 'Each line is one whole answer of RxClass in JSON.' }
  const list = answer['rxclassDrugInfoList']
  if (list === undefined)
    return Object.keys(answer).every((key) => key === 'userInput')
      ? []
      : { field: 'rxclassDrugInfoList', remedy: 'Give answers of /REST/rxclass/class/byRxcui.json.' }
  const rows = isObject(list) ? list['rxclassDrugInfo'] : null
  if (!Array.isArray(rows))
    return { field: 'rxclassDrugInfo', remedy: 'This is a list: take the answer as it was given.' }
  return rows.map((row: unknown) => {
    const [concept, item] = isObject(row) ? [row['minConcept'], row['rxclassMinConceptItem']] : []
    const textOf = (of: unknown, key: string): string => {
      const value = isObject(of) ? of[key] : undefined
      return typeof value === 'string' ? value : ''
    }
    return {
      rxcui: textOf(concept, 'rxcui'),
      classId: textOf(item, 'classId'),
      className: textOf(item, 'className'),
      classType: textOf(item, 'classType'),
    }
  })
}

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
