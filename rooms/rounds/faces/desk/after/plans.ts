// What is typed for each remark that goes into the ledger, and what the server takes of it.

export interface Plan {
  readonly measure: string
  readonly responsible: string
  readonly supervisor: string
  /** Working days, as typed. */
  readonly days: string
}

export type Plans = Readonly<Record<string, Plan>>

export const blank: Plan = { measure: '', responsible: '', supervisor: '', days: '' }

const fields = ['measure', 'responsible', 'supervisor', 'days'] as const

/** What a plan lacks. */
export function lacks(plan: Plan): readonly (keyof Plan)[] {
  const days = Number(plan.days)
  return fields.filter((field) => {
    if (field === 'days') return !Number.isInteger(days) || days < 1 || days > 365
    return field !== 'supervisor' && plan[field].trim() === ''
  })
}

/** The plan with every field that stands in `common`; blank ones leave it as it was. */
export function filledFrom(common: Plan, plan: Plan): Plan {
  const taken = fields.filter((field) => common[field].trim() !== '').map((field) => [field, common[field]])
  return { ...plan, ...(Object.fromEntries(taken) as Partial<Plan>) }
}

/** As the endpoint takes it. */
export function entryOf(remark: string, plan: Plan) {
  return {
    remark,
    measure: plan.measure.trim(),
    responsible: plan.responsible.trim(),
    supervisor: plan.supervisor.trim(),
    days: Number(plan.days),
  }
}
