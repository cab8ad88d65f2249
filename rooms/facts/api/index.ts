import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import * as cases from './cases.ts'
import * as certificates from './certificates.ts'
import * as citing from './citing.ts'
import * as defining from './defining.ts'
import * as demanding from './demanding.ts'
import * as demandSheets from './demand-sheets.ts'
import * as doubting from './doubting.ts'
import * as facts from './facts.ts'
import * as paperReviews from './paper-reviews.ts'
import * as sheetsIn from './sheets-in.ts'
import * as sheetsOut from './sheets-out.ts'
import { unitSheet } from './unit-sheet.ts'

export const handlers: Handlers<typeof contract> = {
  list: facts.list,
  export: sheetsOut.export,
  template: sheetsOut.template,
  import: sheetsIn.import,
  unitSheet,
  state: facts.state,
  nothing: facts.nothing,
  correct: facts.correct,
  definitions: defining.definitions,
  addDefinition: defining.addDefinition,
  entrustDefinition: defining.entrustDefinition,
  retireDefinition: defining.retireDefinition,
  certificates: certificates.certificates,
  exportCertificates: sheetsOut.exportCertificates,
  certificateTemplate: sheetsOut.certificateTemplate,
  importCertificates: sheetsIn.importCertificates,
  certify: certificates.certify,
  correctCertificate: certificates.correctCertificate,
  withdrawCertificate: certificates.withdrawCertificate,
  cases: cases.cases,
  exportCases: sheetsOut.exportCases,
  caseTemplate: sheetsOut.caseTemplate,
  importCases: sheetsIn.importCases,
  recordCase: cases.recordCase,
  correctCase: cases.correctCase,
  overturnCase: cases.overturnCase,
  demands: demanding.demands,
  exportDemands: demandSheets.exportDemands,
  demandTemplate: demandSheets.demandTemplate,
  importDemands: demandSheets.importDemands,
  previewDemand: demanding.previewDemand,
  registerDemand: demanding.registerDemandHandler,
  withdrawDemand: demanding.withdrawDemand,
  reviews: paperReviews.reviews,
  exportReviews: sheetsOut.exportReviews,
  reviewTemplate: sheetsOut.reviewTemplate,
  importReviews: sheetsIn.importReviews,
  correctReview: paperReviews.correctReview,
  cited: citing.cited,
  citable: citing.citable,
  citeEvidence: citing.citeEvidence,
  withdrawEvidence: citing.withdrawEvidence,
  exportDoubts: sheetsOut.exportDoubts,
  exportDefinitions: sheetsOut.exportDefinitions,
  doubts: doubting.doubts,
  doubt: doubting.doubt,
  decline: doubting.decline,
}
