interface SpecimenType {
  readonly en: string
  readonly es: string
  /** Table 0487 (v2.5.1) has no codes for swabs and for parts of the blood: those are of 0070, which SPM-4 permits as well. */
  readonly table: 'HL70487' | 'HL70070'
  /** Values of LOINC's SYSTEM axis for which this is taken. */
  readonly systems: readonly string[]
}

/** What laboratories examine, by its code in HL7 v2.5.1. */
export const specimenTypes: Readonly<Record<string, SpecimenType>> = {
  WB: { en: 'Blood draw', es: 'Extracción de sangre', table: 'HL70487', systems: ['Bld', 'RBC', 'WBC', 'Bld+BldA'] },
  SER: { en: 'Blood draw', es: 'Extracción de sangre', table: 'HL70487', systems: ['Ser', 'Ser/Plas', 'Ser/Plas/Bld'] },
  PLAS: { en: 'Blood draw', es: 'Extracción de sangre', table: 'HL70487', systems: ['Plas', 'PPP'] },
  BLDV: { en: 'Blood draw', es: 'Extracción de sangre', table: 'HL70070', systems: ['BldV'] },
  BLDC: { en: 'Finger prick', es: 'Punción en el dedo', table: 'HL70070', systems: ['BldC'] },
  BLDA: { en: 'Blood draw from an artery', es: 'Extracción de sangre arterial', table: 'HL70070', systems: ['BldA'] },
  UR: { en: 'Urine', es: 'Orina', table: 'HL70487', systems: ['Urine', 'Urine sed'] },
  URC: { en: 'Urine, clean catch', es: 'Orina, chorro medio', table: 'HL70487', systems: [] },
  STL: { en: 'Stool', es: 'Heces', table: 'HL70487', systems: ['Stool'] },
  SAL: { en: 'Saliva', es: 'Saliva', table: 'HL70487', systems: ['Saliva'] },
  SPT: { en: 'Sputum', es: 'Esputo', table: 'HL70487', systems: ['Spt', 'Sputum'] },
  THRT: { en: 'Throat swab', es: 'Hisopado de garganta', table: 'HL70070', systems: ['Thrt', 'Throat'] },
  NOS: { en: 'Nose swab', es: 'Hisopado nasal', table: 'HL70070', systems: ['Nose'] },
  CVX: { en: 'Swab of the cervix', es: 'Hisopado del cuello uterino', table: 'HL70070', systems: ['Cvx'] },
  GENV: { en: 'Vaginal swab', es: 'Hisopado vaginal', table: 'HL70487', systems: ['Vag'] },
  WND: { en: 'Wound swab', es: 'Hisopado de herida', table: 'HL70487', systems: ['Wound'] },
  TISS: { en: 'Tissue', es: 'Tejido', table: 'HL70487', systems: ['Tiss'] },
  SKN: { en: 'Skin', es: 'Piel', table: 'HL70487', systems: ['Skin'] },
  SMN: { en: 'Semen', es: 'Semen', table: 'HL70070', systems: ['Semen'] },
  CSF: { en: 'Spinal fluid', es: 'Líquido cefalorraquídeo', table: 'HL70070', systems: ['CSF'] },
  HAR: { en: 'Hair', es: 'Cabello', table: 'HL70070', systems: ['Hair'] },
}

export const isSpecimenCode = (code: string): boolean => Object.hasOwn(specimenTypes, code)

/** The specimen that LOINC's SYSTEM names; null if it is none of the list, or leaves the choice open. */
export const specimenOfSystem = (system: string): string | null =>
  Object.entries(specimenTypes).find(([, { systems }]) => systems.includes(system))?.[0] ?? null
