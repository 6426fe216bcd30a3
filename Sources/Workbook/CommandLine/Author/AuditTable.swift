import Curriculum

/// The table that a check ends with.
struct AuditTable {
    let audits: [Audit]

    var text: String {
        let head = ["lesson", "exercises", "tests", "flaws killed", "quotes", "commands", "predicted", "not run"]
        let rows = audits.map { audit in
            [audit.name]
                + [
                    audit.exercises.count, audit.tests, audit.flaws, audit.quotes, audit.commands, audit.predictions,
                    audit.notRun,
                ].map(String.init)
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        return ([head] + rows).map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
