/** One parameter as a policy file writes it: one version, whose value stands in one line. */
export function parameter(key: string, value: string, form = ""): string {
  const keys = form === "" ? "" : `${form}, `;
  const version = `from: 2010-01-01, status: assumed, cite: 试, ${keys}value: ${value}`;
  return `  ${key}: { label: 试, versions: [{ ${version} }] }`;
}

/** The smallest benefits that a law can have. */
export const benefits = `
parameters:
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '"0.50"')}
`;
