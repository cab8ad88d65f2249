// A frame that says one thing and shows nothing of any unit.

export function Neutral({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <main className="neutral">
      <h1>{title}</h1>
      {hint !== undefined && <p>{hint}</p>}
    </main>
  )
}
