import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importCodeSet, type ImportOutcome } from '../../../cli/import-code-set.ts'

/**
 * Rows of a release of LOINC, as published: more columns than are read, in another order, with cells in quotation marks. `XXX` is LOINC's
 * code for a specimen that the order states.
 */
const loincTable = [
  '"LOINC_NUM","COMPONENT","PROPERTY","SYSTEM","SCALE_TYP","STATUS","SHORTNAME","ORDER_OBS","SURVEY_QUEST_TEXT","LONG_COMMON_NAME","AskAtOrderEntry","DefinitionDescription"',
  '"51990-0","Basic metabolic panel","-","Bld","-","ACTIVE","Bas Metab Pnl Bld","Order","","Basic metabolic panel - Blood","","Of\nseveral ""parts"""',
  '"2345-7","Glucose","MCnc","Ser/Plas","Qn","ACTIVE","Glucose SerPl","Both","","Glucose [Mass/volume] in Serum or Plasma","49541-6;29463-7; 8665-2;00000-0",""',
  '"24323-8","Comprehensive metabolic panel","-","Ser/Plas","-","ACTIVE","Comp Met Pnl","Order","","Comprehensive metabolic panel","",""',
  '"5792-7","Glucose","MCnc","Urine","Qn","ACTIVE","Glucose Ur","Both","","Glucose [Mass/volume] in Urine","",""',
  '"6299-2","Urea nitrogen","MCnc","Bld","Qn","ACTIVE","BUN Bld","Observation","","Urea nitrogen [Mass/volume] in Blood","",""',
  '"1751-7","Albumin","MCnc","Ser/Plas","Qn","DEPRECATED","Albumin SerPl","Both","","Albumin","",""',
  '"2339-0","Glucose","MCnc","Bld","Qn","ACTIVE","Glucose Bld","Both","","Glucose [Mass/volume] in Blood","",""',
  '"1975-2","Bilirubin","MCnc","Ser/Plas","Qn","ACTIVE","Bilirub SerPl","Both","","Bilirubin.total in Serum or Plasma","",""',
  '"57698-3","Enzymes","-","Ser/Plas","-","ACTIVE","Enzymes","Order","","Enzymes panel - Serum or Plasma","",""',
  '"6463-4","Bacteria","Prid","XXX","Nom","ACTIVE","Bacteria Cult","Both","","Bacteria identified in Specimen by Culture","",""',
  '"49541-6","Fasting status","Find","^Patient","Ord","ACTIVE","Fasting","Observation","Did you fast?","Fasting status - Reported","",""',
  '"29463-7","Body weight","Mass","^Patient","Qn","ACTIVE","Weight","Observation","","Body weight","",""',
  '"8665-2","Last menstrual period start date","Date","^Patient","Qn","ACTIVE","LMP","Observation","","Last menstrual period start date","",""',
].join('\r\n')
const panels = [
  'ParentId,ParentLoinc,ParentName,ID,SEQUENCE,Loinc,LoincName,DisplayNameForForm,ObservationRequiredInPanel',
  '100,51990-0,Bas Metab Pnl Bld,100,1,51990-0,Bas Metab Pnl Bld,,',
  '100,51990-0,Bas Metab Pnl Bld,103,3,6299-2,"Urea nitrogen, Bld",Urea nitrogen,R',
  '100,51990-0,Bas Metab Pnl Bld,102,2,2339-0,Glucose Bld,,R',
  '100,51990-0,Bas Metab Pnl Bld,104,4,17861-6,Calcium SerPl,Calcium,O',
  // The same panel again, as a member of another.
  '900,51990-0,Bas Metab Pnl Bld,902,1,2951-2,Sodium Bld,,R',
  // A panel with two panels in it, of which one contains a third, and that one the first.
  '200,24323-8,Comp Met Pnl,200,1,24323-8,Comp Met Pnl,,',
  '200,24323-8,Comp Met Pnl,201,2,51990-0,Bas Metab Pnl Bld,Basic panel,R',
  '200,24323-8,Comp Met Pnl,202,3,24325-3,Hepatic panel,,R',
  '200,24323-8,Comp Met Pnl,203,4,24326-1,Electrolytes,,O',
  '300,24325-3,Hepatic panel,300,1,24325-3,Hepatic panel,,',
  '300,24325-3,Hepatic panel,301,2,1975-2,Bilirubin,,R',
  '300,24325-3,Hepatic panel,302,3,57698-3,Enzymes,,R',
  '400,57698-3,Enzymes,400,1,57698-3,Enzymes,,',
  '400,57698-3,Enzymes,401,2,1742-6,ALT,,R',
  '400,57698-3,Enzymes,402,3,1920-8,AST,,O',
  '400,57698-3,Enzymes,403,4,24323-8,Comp Met Pnl,,R',
].join('\n')

export interface ImportedTests {
  /** For the server: where the sets are. */
  readonly environment: Readonly<Record<string, string>>
  /** Imports the tests of a laboratory with the command of the operator. */
  run(csv: string, ...options: readonly string[]): Promise<ImportOutcome>
  readonly withLoinc: readonly string[]
  remove(): Promise<void>
}

/** A folder for code sets, and an unpacked release of LOINC. */
export const startImport = async (): Promise<ImportedTests> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-lab-tests-'))
  const loinc = join(folder, 'loinc')
  await mkdir(join(loinc, 'LoincTable'), { recursive: true })
  await mkdir(join(loinc, 'AccessoryFiles', 'PanelsAndForms'), { recursive: true })
  await writeFile(join(loinc, 'LoincTable', 'Loinc.csv'), `\uFEFF${loincTable}\r\n`)
  await writeFile(join(loinc, 'AccessoryFiles', 'PanelsAndForms', 'PanelsAndForms.csv'), panels)
  const environment = { VISITKIT_CODE_SETS: join(folder, 'code-sets') }
  return {
    environment,
    withLoinc: ['--loinc', loinc],
    run: async (csv, ...options) => {
      const file = join(folder, 'tests.csv')
      await writeFile(file, csv)
      const args = ['laboratory-tests', file, '--effective-from', '2026-11-01', ...options]
      return importCodeSet(args, { ...environment, VISITKIT_DATA_FOLDER: folder }, new Date('2026-11-25T15:00:00Z'))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export const testsHeading = 'code,loinc,name,name_es,specimen,fasting'
