import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Fixtures in the published layouts: columns and codes are public, names and texts are fictional. Codes above 9000000 do not exist.
 */

export const conso = (
  rxcui: string,
  termType: string,
  name: string,
  source = 'RXNORM',
  code = rxcui,
  suppressed = 'N',
) => `${rxcui}|ENG||||||1|1|${rxcui}||${source}|${termType}|${code}|${name}||${suppressed}|4096|`

/** `from` has, is or consists of `to`. */
export const rel = (from: string, relation: string, to: string): string =>
  `${to}||CUI|RO|${from}||CUI|${relation}|||RXNORM||||||`

/** Two penicillins, a cephalosporin and an unrelated medicine, a combination, a salt, a brand and a pack. */
export const names: readonly string[] = [
  conso('723', 'IN', 'amoxicillin'),
  conso('7984', 'IN', 'penicillin V'),
  conso('48203', 'IN', 'clavulanate'),
  conso('2231', 'IN', 'cephalexin'),
  conso('29046', 'IN', 'lisinopril'),
  conso('3827', 'IN', 'enalapril'),
  conso('9000001', 'IN', 'samplamide'),
  conso('203134', 'PIN', 'penicillin V potassium'),
  conso('19711', 'MIN', 'amoxicillin / clavulanate'),
  conso('151392', 'BN', 'Augmentin'),
  conso('9000011', 'SCDC', 'amoxicillin 500 MG'),
  conso('9000012', 'SCDC', 'clavulanate 125 MG'),
  conso('9000013', 'SCDC', 'lisinopril 10 MG'),
  conso('9000014', 'SCDC', 'samplamide 5 MG'),
  conso('9000015', 'SCDC', 'cephalexin 500 MG'),
  conso('9000016', 'SCDC', 'enalapril 5 MG'),
  conso('308191', 'SCD', 'amoxicillin 500 MG Oral Capsule'),
  conso('9000021', 'SCD', 'amoxicillin 500 MG / clavulanate 125 MG Oral Tablet'),
  conso('314076', 'SCD', 'lisinopril 10 MG Oral Tablet'),
  conso('9000022', 'SCD', 'samplamide 5 MG Oral Tablet'),
  conso('309114', 'SCD', 'cephalexin 500 MG Oral Capsule'),
  conso('9000023', 'SCD', 'enalapril 5 MG Oral Tablet'),
  conso('9000031', 'SBD', 'amoxicillin 500 MG / clavulanate 125 MG Oral Tablet [Augmentin]'),
  conso('9000041', 'GPCK', '{10 (amoxicillin 500 MG Oral Capsule) } Pack'),
  conso('9000051', 'SCD', 'of a part that was withdrawn'),
  conso('9000052', 'SCD', 'suppressed itself', 'RXNORM', '9000052', 'O'),
]
export const atc: readonly string[] = [
  conso('723', 'IN', 'amoxicillin', 'ATC', 'J01CA04'),
  conso('7984', 'IN', 'phenoxymethylpenicillin', 'ATC', 'J01CE02'),
  conso('48203', 'IN', 'clavulanic acid', 'ATC', 'J01CG09'),
  conso('2231', 'IN', 'cefalexin', 'ATC', 'J01DB01'),
  conso('29046', 'IN', 'lisinopril', 'ATC', 'C09AA03'),
  conso('3827', 'IN', 'enalapril', 'ATC', 'C09AA02'),
  conso('9000061', 'PT', 'Penicillins with extended spectrum', 'ATC', 'J01CA'),
  conso('9000062', 'PT', 'BETA-LACTAM ANTIBACTERIALS, PENICILLINS', 'ATC', 'J01C'),
  conso('9000063', 'PT', 'Beta-lactamase sensitive penicillins', 'ATC', 'J01CE'),
  conso('9000064', 'PT', 'First-generation cephalosporins', 'ATC', 'J01DB'),
  conso('9000065', 'PT', 'ACE inhibitors, plain', 'ATC', 'C09AA'),
]
export const relations: readonly string[] = [
  rel('203134', 'form_of', '7984'),
  rel('19711', 'has_part', '723'),
  rel('19711', 'has_part', '48203'),
  rel('151392', 'tradename_of', '19711'),
  rel('9000011', 'has_ingredient', '723'),
  rel('9000012', 'has_ingredient', '48203'),
  rel('9000013', 'has_ingredient', '29046'),
  rel('9000014', 'has_ingredient', '9000001'),
  rel('9000015', 'has_ingredient', '2231'),
  rel('9000016', 'has_ingredient', '3827'),
  rel('308191', 'consists_of', '9000011'),
  rel('9000021', 'consists_of', '9000011'),
  rel('9000021', 'consists_of', '9000012'),
  rel('314076', 'consists_of', '9000013'),
  rel('9000022', 'consists_of', '9000014'),
  rel('309114', 'consists_of', '9000015'),
  rel('9000023', 'consists_of', '9000016'),
  rel('9000031', 'tradename_of', '9000021'),
  rel('9000041', 'contains', '308191'),
  rel('9000051', 'consists_of', '9000011'),
  rel('9000051', 'consists_of', '9000019'),
]

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'visitkit-knowledge-'))

/** Writes files, by name, into a folder that is created if it is missing. */
export const write = async (folder: string, files: Readonly<Record<string, string>>): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  return folder
}

export const rxNorm = (folder: string, { more = [] as readonly string[], atcRows = atc } = {}): Promise<string> =>
  write(join(folder, 'rrf'), {
    'RXNCONSO.RRF': [...names, ...atcRows, ...more, ''].join('\n'),
    'RXNREL.RRF': [...relations, ''].join('\r\n'),
  })

export const setIds = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'] as const

/** A label in openFDA's layout. */
export const label = (
  setId: string,
  rxcuis: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  drug_interactions: [`7 DRUG INTERACTIONS Sample text of ${setId.slice(-1)}: "quoted" \\ {not a brace`],
  boxed_warning: ['WARNING: SAMPLE. This label is fictional.'],
  set_id: setId,
  id: 'x',
  version: '3',
  effective_time: '20260901',
  openfda:
    rxcuis.length === 0
      ? {}
      : { brand_name: ['Sample'], product_type: ['HUMAN PRESCRIPTION DRUG'], rxcui: [...rxcuis] },
  ...more,
})

/** A file of openFDA, laid out as published: indented. */
export const labelFile = (labels: readonly unknown[], updated = '2026-11-20'): string =>
  JSON.stringify(
    { meta: { disclaimer: 'A fixture.', last_updated: updated, results: { skip: 0 } }, results: labels },
    null,
    2,
  )

export const interactionHeading =
  'first_type,first,second_type,second,severity,text,text_es,text_ar,source,source_version'

/** A fictional pair. A side is `ingredient,723` or `class,J01C`. */
export const pairRow = (
  first: string,
  second: string,
  severity = 'high',
  source = 'Fictional table',
  version = '7',
): string => `${first},${second},${severity},Fictional: something happens.,,,${source},${version}`
