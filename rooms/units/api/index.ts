// The room's handlers by the names of its contract.

import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { children, get, history, roots, search } from './browse.ts'
import { exportUnits, template } from './export-list.ts'
import { importUpload } from './import-list.ts'
import { linkedOfficers, linkOfficer, unlinkOfficer } from './linked-officers.ts'
import { exportLinks, importLinks, linksTemplate } from './link-sheets.ts'
import { exportOrganisations, importOrganisations, organisationsTemplate } from './organisation-sheets.ts'
import {
  createOrganisation,
  endOrganisation,
  moveOrganisation,
  organisationHistory,
  organisations,
  renameOrganisation,
} from './organisations.ts'
import { mapTile } from './map-tiles.ts'
import { outlines } from './outlines.ts'
import { create, end, overrideKind, rename } from './revise.ts'
import { merge, recode, split } from './transfer.ts'

export const handlers: Handlers<typeof contract> = {
  get,
  roots,
  children,
  search,
  history,
  create,
  rename,
  overrideKind,
  end,
  merge,
  split,
  recode,
  import: importUpload,
  export: exportUnits,
  template,
  mapTile,
  outlines,
  organisations,
  createOrganisation,
  renameOrganisation,
  moveOrganisation,
  endOrganisation,
  organisationHistory,
  importOrganisations,
  exportOrganisations,
  organisationsTemplate,
  linkedOfficers,
  linkOfficer,
  unlinkOfficer,
  importLinks,
  exportLinks,
  linksTemplate,
}
