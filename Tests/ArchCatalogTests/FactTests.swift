import ArchCatalog
import ArchLint
import ArchPages
import Testing

private let snapshot = CatalogSnapshot(Catalog())
private let facts = snapshot.services.flatMap(\.facts)

/// How many facts there are on each subject. They are numbered from 1; footnotes of a file's own
/// have a letter instead of a number.
private let counts = [
  "ACM": 1, "AFL": 4, "AMP": 1, "APC": 1, "APIG": 22, "ASYN": 4, "ATH": 3, "BAT": 1, "BST": 1,
  "C9": 1, "CACHE": 1, "CART": 1, "CB": 2, "CC": 1, "CD": 1, "CDIR": 1, "CF": 13, "CFG": 2,
  "CFN": 4, "CMAP": 1, "CMP": 1, "COG": 4, "CP": 2, "CT": 2, "CWA": 6, "CWE": 1, "CWL": 4,
  "CWM": 1, "DBR": 1, "DDB": 13, "DIR": 1, "DMS": 9, "DOC": 1, "DPL": 1, "EBS": 2, "EC2": 3,
  "ECR": 3, "ECS": 5, "EDGE": 2, "EFS": 4, "EKS": 1, "EMR": 1, "EVB": 12, "FG": 1, "FOR": 1,
  "FSX": 1, "GA": 3, "GLC": 1, "GLU": 6, "IAM": 1, "IVS": 1, "KDA": 2, "KEN": 1, "KIN": 12,
  "KMS": 1, "LAM": 20, "LEX": 1, "NEP": 1, "NET": 12, "ORG": 1, "OS": 1, "PAT": 7, "PIN": 1,
  "POL": 1, "PRO": 1, "R53": 9, "RDS": 2, "REK": 1, "RSH": 1, "S3": 10, "SCT": 1, "SDK": 1,
  "SEC": 1, "SES": 11, "SFN": 5, "SGW": 4, "SM": 1, "SNS": 10, "SQS": 15, "SSM": 1, "SYN": 1,
  "TRA": 1, "TRF": 1, "TRL": 1, "TS": 1, "TXT": 1, "WAF": 1, "WAFR": 1, "XR": 1,
]

/// The facts that were different when the documents behind the catalog were written.
private let changed: Set<String> = [
  "AFL-01", "APC-01", "APIG-07", "APIG-08", "APIG-11", "ASYN-01", "ASYN-02", "C9-01", "CACHE-01",
  "CB-02", "CDIR-01", "CF-02", "CF-08", "CF-11", "CFG-01", "CFN-02", "COG-03", "CP-01", "CP-02",
  "CWA-01", "CWL-01", "DMS-01", "DPL-01", "EBS-01", "ECR-02", "ECS-01", "ECS-03", "EVB-03",
  "EVB-04", "EVB-11", "FOR-01", "GLU-01", "GLU-02", "GLU-03", "KDA-01", "KEN-01", "KIN-04",
  "KIN-08", "KIN-11", "LAM-02", "LAM-05", "LAM-12", "LAM-13", "LAM-14", "LAM-15", "NEP-01",
  "NET-02", "NET-09", "OS-01", "PIN-01", "PRO-01", "R53-01", "R53-04", "RDS-01", "S3-01",
  "S3-04", "S3-09", "SCT-01", "SES-02", "SES-04", "SES-05", "SES-06", "SGW-01", "SNS-01",
  "SQS-14", "TRF-01", "TS-01", "TXT-01", "WAF-01", "WAFR-01",
]

@Test func `No fact is missing and none is stated twice`() {
  let expected = counts.flatMap { subject, count in
    (1...count).map { "\(subject)-" + ($0 < 10 ? "0\($0)" : "\($0)") }
  }
  #expect(expected.count == 305)
  let numbered = facts.map(\.id).filter { $0.split(separator: "-").last?.first?.isNumber == true }
  #expect(Set(expected).subtracting(numbered).sorted() == [])
  #expect(Set(numbered).subtracting(expected).sorted() == [])
  #expect(Set(facts.map(\.id)).count == facts.count)
}

@Test func `Every fact is one sentence with a source`() {
  for fact in facts {
    #expect(fact.statement.hasSuffix("."), "\(fact.id)")
    #expect(fact.statement.first?.isLowercase == false, "\(fact.id)")
    #expect(!fact.source.isEmpty, "\(fact.id)")
  }
}

@Test func `Every fact is held by a statement or a rule, or says why no diagram decides it`() {
  let holders = FactHolders(snapshot, RuleBook.all)
  for fact in facts where fact.note == nil {
    #expect(!holders.words(of: fact.id).isEmpty, "nothing holds \(fact.id)")
  }
  #expect(holders.facts.subtracting(facts.map(\.id)).sorted() == [])
}

@Test func `What has changed remembers how it was`() {
  for fact in facts where changed.contains(fact.id) {
    #expect(fact.before?.isEmpty == false, "\(fact.id) forgets its past")
  }
}
