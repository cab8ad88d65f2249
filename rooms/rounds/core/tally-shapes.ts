// The published shapes of a tally: what goes in and what comes out. Points and weights are decimals written as text.

export interface WeightedId {
  readonly id: string
  readonly weight: string
}

export type AggregateInput =
  | { readonly kind: 'mean' }
  | { readonly kind: 'median' }
  | { readonly kind: 'trimmed-mean'; readonly dropHigh: number; readonly dropLow: number; readonly minJudges: number }

/** How a round is scored; fixed and published before the first score. */
export interface MethodInput {
  readonly components: readonly WeightedId[]
  readonly panels: readonly WeightedId[]
  readonly aggregate: AggregateInput
  readonly bonusCap: string
  readonly decimals: number
  /** `component:ID`, `criterion:COMPONENT/ID` or `adjustment`, in the order in which they are asked. */
  readonly ties: readonly string[]
}

export interface CriterionInput {
  readonly id: string
  readonly max: string
  readonly step: string
}

/** The criteria of each component, by the component's id. */
export type SheetsInput = Readonly<Record<string, readonly CriterionInput[]>>

export interface ScoreInput {
  readonly unit: string
  readonly judge: string
  readonly component: string
  readonly criterion: string
  readonly points: string
}

export interface AdjustmentInput {
  readonly unit: string
  readonly points: string
  readonly reason: string
}

/** A whole round as `liangxing tally` reads it. */
export interface TallyInput {
  readonly method: MethodInput
  readonly sheets: SheetsInput
  readonly units: readonly { readonly id: string }[]
  readonly judges: readonly { readonly id: string; readonly panel: string; readonly recused: readonly string[] }[]
  readonly scores: readonly ScoreInput[]
  readonly adjustments: readonly AdjustmentInput[]
}

/** The result of one unit; members in the published order. */
export interface UnitResult {
  readonly unit: string
  readonly rank: number
  /** With the method's decimals. */
  readonly total: string
  /** Component → value with four decimals. */
  readonly components: Readonly<Record<string, string>>
  /** Component → panel → value with four decimals; null where no judge of the panel scored. */
  readonly panels: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  /** After the cap, with two decimals. */
  readonly adjustment: string
  /** Component → how many sheets count. */
  readonly judges: Readonly<Record<string, number>>
  /** Component → highest minus lowest judge's score, without trailing zeros. */
  readonly spread: Readonly<Record<string, string>>
  /** `adjustment-capped`, `panel-absent:COMPONENT/PANEL`, `untrimmed:COMPONENT/PANEL`, by bytes. */
  readonly marks: readonly string[]
}

/** What `liangxing tally` prints. */
export interface TallyOutput {
  /** By rank, then by the unit's code. */
  readonly results: readonly UnitResult[]
  readonly method: { readonly digest: string }
  readonly input: { readonly digest: string }
}
