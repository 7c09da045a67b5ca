import ArchCatalog

extension Model {
  /// What makes two places the same: the code of a Region or zone, however often it is drawn, as
  /// each account of a diagram draws its own; else the box itself, by its path.
  ///
  /// The code is stated, `code = "eu-west-1"`, or is the name or label.
  package func identity(ofPlace id: ElementID) -> String {
    let look = service(of: id).look
    guard look == "region" || look == "zone" else { return path(of: id) }
    if case .string(let code)? = self[id].attributes.first(where: { $0.name == "code" })?.value {
      return code
    }
    return [self[id].name, self[id].label].first(where: isCode) ?? path(of: id)
  }
}

/// Whether a name is the code of a Region or a zone: `eu-west-1`, `us-gov-east-1`, `eu-west-1a`.
private func isCode(_ name: String) -> Bool {
  let parts = name.split(separator: "-")
  guard parts.count >= 3, let last = parts.last, parts[0].count == 2 else { return false }
  let isWorded = parts.dropLast().allSatisfy { part in
    part.allSatisfy { $0.isASCII && $0.isLowercase }
  }
  return isWorded && last.first?.isNumber == true && last.count <= 2
}
